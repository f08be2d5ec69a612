package io.eckart.numerics.blas;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A native library among the resources of the class path, which is extracted once into a private folder of the user and opened from
 * there. A file that is damaged or is not this user's is replaced; it is compared with the resource by its CRC-32, which the jar
 * keeps, as a hash over all bytes of the resource would take longer than many a command. That is enough against damage; against
 * files that others might plant there the folder is private.
 *
 * @param name its name, in messages and of its folder
 * @param files its files in the order of loading: first those that others depend on, the library itself last
 */
record BundledLibrary(String name, List<URL> files) {

    private static final Logger LOG = LoggerFactory.getLogger(LinearAlgebra.class);
    private static final String RESOURCES = "org/bytedeco/openblas/";
    private static final int BUFFER = 1 << 16;

    BundledLibrary {
        files = List.copyOf(files);
    }

    /**
     * The OpenBLAS of this platform.
     *
     * @throws IllegalStateException if the class path has none for this platform
     */
    static BundledLibrary openBlas() {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        List<String> names = fileNames(platform);
        List<URL> found = new ArrayList<>();
        for (String file : names) {
            URL url = find(RESOURCES + platform + "/" + file);
            if (url != null) {
                found.add(url);
            } else if (file.equals(names.getLast())) {
                throw new IllegalStateException("no OpenBLAS for " + platform + " on the class path or module path ("
                        + RESOURCES + platform + "/" + file + ", from org.bytedeco:openblas)");
            }
        }
        return new BundledLibrary("openblas-" + MavenVersion.of("org.bytedeco", "openblas") + "-" + platform, found);
    }

    /** On the class path, or in a module that is on the module path but that no other one requires. */
    private static @Nullable URL find(String resource) {
        URL url = BundledLibrary.class.getClassLoader().getResource(resource);
        return url != null ? url : findOnModulePath(resource);
    }

    private static @Nullable URL findOnModulePath(String resource) {
        String[] entries = System.getProperty("jdk.module.path", "").split(File.pathSeparator);
        Path[] path = Arrays.stream(entries)
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toArray(Path[]::new);
        for (ModuleReference module : ModuleFinder.of(path).findAll()) {
            if (module.descriptor().name().startsWith("org.bytedeco.openblas")) {
                try (ModuleReader reader = module.open()) {
                    Optional<URI> found = reader.find(resource);
                    if (found.isPresent()) {
                        return found.get().toURL();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return null;
    }

    /** The platform's name as the jars spell it, for example {@code linux-x86_64}. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : os.replace(' ', '_');
        return system + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> arch;
                };
    }

    private static List<String> fileNames(String platform) {
        return switch (platform.substring(0, platform.indexOf('-'))) {
            case "macosx" -> List.of("libopenblas.0.dylib");
            case "windows" -> List.of("libopenblas.dll");
            default -> List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");
        };
    }

    /** The cache folder of the user, by the conventions of the operating system. */
    static Path userCache(String osName, Path home, Function<String, @Nullable String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        String given = environment.apply(os.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (given != null && Path.of(given).isAbsolute()) {
            return Path.of(given, "eckart");
        }
        if (os.startsWith("windows")) {
            return home.resolve("AppData").resolve("Local").resolve("eckart");
        }
        return home.resolve(os.startsWith("mac") ? "Library/Caches" : ".cache").resolve("eckart");
    }

    /**
     * Opens the library, extracting it first if needed: from the user's cache or, if that cannot be written to or executed
     * from or is open to others, from a temporary folder.
     *
     * @throws IllegalStateException if it opens from neither folder
     */
    SymbolLookup open() {
        Path cache = userCache(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System::getenv);
        return open(cache.resolve(name));
    }

    SymbolLookup open(Path folder) {
        try {
            if (!folder.isAbsolute()) {
                // Java calls an unknown home "?": without this check a folder of that name would be created below the
                // working directory.
                throw new IOException(folder + " is not an absolute path");
            }
            return load(extract(folder));
        } catch (IOException | IllegalArgumentException first) {
            warn(folder, first);
            try {
                return load(extractTemporarily());
            } catch (IOException | IllegalArgumentException second) {
                second.addSuppressed(first);
                throw new IllegalStateException(name + " does not load: " + second.getMessage(), second);
            }
        }
    }

    private static void warn(Path folder, Exception failure) {
        if (failure instanceof AccessDeniedException refused && refused.getReason() != null) {
            LOG.warn("{} is not used as a cache: {} {}", folder, refused.getFile(), refused.getReason());
        } else {
            LOG.info("{} is not used as a cache: {}", folder, failure.toString());
        }
    }

    private List<Path> extractTemporarily() throws IOException {
        Path folder = Files.createTempDirectory("eckart-");
        folder.toFile().deleteOnExit();
        List<Path> extracted = extractInto(folder);
        extracted.forEach(file -> file.toFile().deleteOnExit());
        return extracted;
    }

    /**
     * Makes sure that the complete files are in the folder, and returns their paths. Several processes may do so at once: each
     * file is written under another name and moved into place.
     */
    List<Path> extract(Path folder) throws IOException {
        PrivateFolder.make(folder);
        return extractInto(folder);
    }

    private List<Path> extractInto(Path folder) throws IOException {
        List<Path> extracted = new ArrayList<>();
        for (URL file : files) {
            String path = file.getPath();
            Path target = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
            extractOne(file, target);
            extracted.add(target);
        }
        return extracted;
    }

    private static void extractOne(URL file, Path target) throws IOException {
        long checksum = checksum(file);
        if (isWhole(target, checksum)) {
            return;
        }
        Path partial = Files.createTempFile(target.toAbsolutePath().getParent(), "partial", ".tmp");
        try (InputStream in = connection(file).getInputStream()) {
            write(in, partial);
            moveIntoPlace(partial, target, checksum);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static URLConnection connection(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // A cached connection would keep the jar open, and on Windows locked, for the life of the process.
        connection.setUseCaches(false);
        return connection;
    }

    private static boolean isWhole(Path file, long checksum) throws IOException {
        if (!PrivateFolder.hasOwn(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            CRC32 found = new CRC32();
            // Mapped, since its pages are needed in memory anyway.
            MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            found.update(content.asByteBuffer());
            return found.getValue() == checksum;
        }
    }

    private static long checksum(URL file) throws IOException {
        URLConnection connection = connection(file);
        try (InputStream in = connection.getInputStream()) {
            return connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getCrc()
                    : checksum(in);
        }
    }

    private static long checksum(InputStream in) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            checksum.update(buffer, 0, length);
        }
        return checksum.getValue();
    }

    private static void write(InputStream in, Path partial) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static void moveIntoPlace(Path partial, Path target, long checksum) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            // On Windows a library that another process has open cannot be replaced; if it is complete, it is used.
            if (!isWhole(target, checksum)) {
                throw e;
            }
        }
    }

    @SuppressWarnings("restricted") // opening a native library is what this class is for
    private static SymbolLookup load(List<Path> extracted) {
        SymbolLookup last = null;
        for (Path file : extracted) {
            // A library that is already loaded is found by its name when the next one needs it, whatever the search
            // path.
            last = SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
        }
        if (last == null) {
            throw new IllegalArgumentException("no files");
        }
        return last;
    }
}

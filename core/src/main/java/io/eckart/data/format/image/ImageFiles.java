package io.eckart.data.format.image;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files in a folder and its sub-folders: those that are read, and those that are not. */
final class ImageFiles {
    private static final int NAMED = 5;
    /** Files that systems put into folders of images without being asked. */
    private static final Set<String> OF_SYSTEMS = Set.of("thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db");

    private final Path folder;
    private final List<Path> images = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();
    private int hidden;

    /** @throws DataException if the folder cannot be read or has no image that can be read */
    ImageFiles(Path folder) {
        this.folder = folder;
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            paths.forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            throw DataException.because(e, Place.of(folder), "the folder cannot be read: " + e.getMessage());
        }
        images.sort(Comparator.comparing(this::relative));
        if (images.isEmpty()) {
            throw new DataException(
                    Place.of(folder),
                    "there are no " + ImageFormat.NAMES + " images in this folder"
                            + (skipped.isEmpty() ? "" : ", but " + kinds()));
        }
    }

    private void take(Path path) {
        if (isHidden(path)) {
            hidden += Files.isDirectory(path) ? 0 : 1;
        } else if (Files.isDirectory(path)) {
            folders.add(path);
        } else if (ImageFormat.hasEnding(ending(path)) && Files.isRegularFile(path)) {
            images.add(path);
        } else {
            skipped.merge(ending(path), 1, Integer::sum);
        }
    }

    private boolean isHidden(Path path) {
        for (Path part : folder.relativize(path)) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (name.startsWith(".") || OF_SYSTEMS.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1 == 0 ? name.length() : name.lastIndexOf('.') + 1);
    }

    private String relative(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** In the order of their relative paths. */
    List<Path> images() {
        return List.copyOf(images);
    }

    /** What is skipped. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        int files = skipped.values().stream().mapToInt(Integer::intValue).sum();
        if (files > 0) {
            String all = files + " of " + (files + images.size()) + " files were left out: " + kinds();
            notes.add(Note.of(Note.Kind.SKIPPED, all, files, Remedy.byHand("save images among them as PNG or JPEG")));
        }
        List<String> empty = emptyFolders();
        if (!empty.isEmpty()) {
            String which =
                    empty.size() == 1 ? "no image is read from the folder " : "no image is read from the folders ";
            notes.add(Note.of(Note.Kind.SKIPPED, which + named(empty), empty.size()));
        }
        if (hidden > 0) {
            notes.add(Note.of(Note.Kind.SKIPPED, "hidden files were left out: " + hidden, hidden)
                    .minor());
        }
        return notes;
    }

    /** Such as {@code 5 .webp, 2 .txt}, the commonest first. */
    private String kinds() {
        List<String> kinds = skipped.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(kind -> kind.getValue() + (kind.getKey().isEmpty() ? " without an ending" : " ." + kind.getKey()))
                .toList();
        return named(kinds);
    }

    private static String named(List<String> items) {
        String more = items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "";
        return items.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
    }

    /** The folders that have no image, but are in one that has. */
    private List<String> emptyFolders() {
        Set<Path> used = new HashSet<>();
        for (Path image : images) {
            for (Path up = image.getParent(); up != null && used.add(up) && !up.equals(folder); ) {
                up = up.getParent();
            }
        }
        return folders.stream()
                .filter(path -> !used.contains(path) && used.contains(path.getParent()))
                .map(this::relative)
                .toList();
    }
}

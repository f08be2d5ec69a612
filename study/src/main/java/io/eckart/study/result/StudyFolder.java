package io.eckart.study.result;

import io.eckart.data.DataException;
import io.eckart.data.Features;
import io.eckart.data.Fingerprint;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.model.fitted.EckartVersion;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Claim;
import io.eckart.study.LeastErrors;
import io.eckart.study.SeedCurve;
import io.eckart.study.StudyData;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a study keeps what it has found, so that one that was cut off goes on: settings.csv, results.csv, curves.csv and claims.csv.
 * Without a folder nothing is kept.
 */
public final class StudyFolder {
    private static final String HEADER = "setting,value";

    private final Optional<Path> folder;

    /**
     * Opens a folder, made if it is not there.
     *
     * @throws DataException if it holds a study with other settings or on other data, or cannot be written to
     */
    public StudyFolder(Optional<Path> folder, StudyData data, StudyScale scale, RandomStreams random) {
        this.folder = folder;
        folder.ifPresent(path -> open(path, settings(data, scale, random)));
    }

    private static List<String> settings(StudyData data, StudyScale scale, RandomStreams random) {
        return List.of(
                "version," + EckartVersion.current(),
                "scale," + scale.name().toLowerCase(java.util.Locale.ROOT),
                "seed," + random.seed(),
                "data," + data.name().replace(',', ' '),
                "intrinsic dimension," + data.intrinsicDimension(),
                "training rows," + Fingerprint.of(Features.of(data.train())),
                "held-out rows," + Fingerprint.of(Features.of(data.test())));
    }

    private static void open(Path path, List<String> settings) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw DataException.because(e, Place.of(path), "is not a folder and cannot be made one: " + e.getMessage());
        }
        Path file = path.resolve("settings.csv");
        LineFile lines = new LineFile(file);
        if (!Files.exists(file)) {
            requireNoStudy(path);
            lines.replace(HEADER, settings);
            return;
        }
        List<String> there = lines.lines(HEADER);
        for (int i = 0; i < settings.size(); i++) {
            String found = i < there.size() ? there.get(i) : "nothing";
            if (!found.equals(settings.get(i))) {
                throw new DataException(
                        Place.of(path),
                        "holds a study with other settings: '" + found + "' there, '" + settings.get(i) + "' now",
                        Remedy.choose(Remedy.Setting.OUTPUT_FOLDER, ""),
                        Remedy.byHand("remove the folder"));
            }
        }
    }

    private static void requireNoStudy(Path path) {
        for (String name : List.of("results.csv", "curves.csv", "claims.csv")) {
            if (Files.exists(path.resolve(name))) {
                throw new DataException(
                        Place.of(path),
                        "has a " + name + " but no settings.csv that says where it is from",
                        Remedy.choose(Remedy.Setting.OUTPUT_FOLDER, ""),
                        Remedy.byHand("remove the file"));
            }
        }
    }

    /** The files of a study in its folder. */
    public static List<Path> files(Path folder) {
        return Stream.of("results.csv", "curves.csv", "claims.csv", "settings.csv")
                .map(folder::resolve)
                .toList();
    }

    /** Removes what a study has left in a folder; other files stay. */
    public static void clear(Path folder) {
        for (Path file : files(folder)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw DataException.because(e, Place.of(file), "cannot be removed: " + e.getMessage());
            }
        }
    }

    private Optional<Path> file(String name) {
        return folder.map(path -> path.resolve(name));
    }

    /** results.csv. */
    public Kept<List<StudyResult>, List<StudyResult>> results(Map<Integer, LeastErrors> least) {
        return file("results.csv")
                .map(path -> {
                    ResultsFile file = new ResultsFile(path, least);
                    return new Kept<List<StudyResult>, List<StudyResult>>(file.open(), file::append);
                })
                .orElseGet(() -> new Kept<>(List.of(), results -> {}));
    }

    /** curves.csv. */
    public Kept<List<SeedCurve>, List<SeedCurve>> curves() {
        return file("curves.csv")
                .map(path -> {
                    CurvesFile file = new CurvesFile(path);
                    return new Kept<List<SeedCurve>, List<SeedCurve>>(file.open(), file::append);
                })
                .orElseGet(() -> new Kept<>(List.of(), curves -> {}));
    }

    /** claims.csv. */
    public Kept<Map<String, Claim>, Claim> claims() {
        return file("claims.csv")
                .map(path -> {
                    ClaimsFile file = new ClaimsFile(path);
                    return new Kept<Map<String, Claim>, Claim>(file.open(), file::append);
                })
                .orElseGet(() -> new Kept<>(Map.of(), claim -> {}));
    }

    /**
     * What an earlier run has left, and where more goes.
     *
     * @param done whole pieces
     * @param sink keeps a piece at once
     */
    public record Kept<D, P>(D done, java.util.function.Consumer<P> sink) {}
}

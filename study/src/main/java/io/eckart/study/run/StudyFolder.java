package io.eckart.study.run;

import io.eckart.data.DataException;
import io.eckart.data.Features;
import io.eckart.data.Fingerprint;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.model.fitted.EckartVersion;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudyData;
import io.eckart.study.StudyScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a study keeps what it has found, so that one that was cut off goes on: settings.csv, results.csv, curves.csv and claims.csv.
 * Without a folder nothing is kept.
 */
final class StudyFolder {
    private static final List<String> RESULTS = List.of("results.csv", "curves.csv", "claims.csv");
    private static final String SETTINGS = "settings.csv";

    private final Optional<Path> folder;

    /**
     * Opens a folder, made if it is not there.
     *
     * @throws DataException if it holds a study with other settings or on other data, or cannot be written to
     */
    StudyFolder(Optional<Path> folder, StudyData data, StudyScale scale, RandomStreams random) {
        this.folder = folder;
        folder.ifPresent(path -> open(path, settings(data, scale, random)));
    }

    private static List<List<String>> settings(StudyData data, StudyScale scale, RandomStreams random) {
        return List.of(
                List.of("version", EckartVersion.current()),
                List.of("scale", scale.name().toLowerCase(Locale.ROOT)),
                List.of("seed", String.valueOf(random.seed())),
                List.of("data", data.name().replace(',', ' ')),
                List.of("intrinsic dimension", String.valueOf(data.intrinsicDimension())),
                List.of("training rows", Fingerprint.of(Features.of(data.train()))),
                List.of("held-out rows", Fingerprint.of(Features.of(data.test()))));
    }

    private static void open(Path path, List<List<String>> settings) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw DataException.because(e, Place.of(path), "is not a folder and cannot be made one: " + e.getMessage());
        }
        Optional<Path> file = Optional.of(path.resolve(SETTINGS));
        LineFile<List<String>> lines = new LineFile<>(file, "setting,value", cells -> cells, cells -> cells);
        if (!Files.exists(path.resolve(SETTINGS))) {
            requireNoStudy(path);
            lines.replace(settings);
            return;
        }
        List<List<String>> there = lines.read();
        for (int i = 0; i < settings.size(); i++) {
            String found = i < there.size() ? String.join(",", there.get(i)) : "nothing";
            String now = String.join(",", settings.get(i));
            if (!found.equals(now)) {
                throw new DataException(
                        Place.of(path),
                        "holds a study with other settings: '" + found + "' there, '" + now + "' now",
                        Remedy.choose(Remedy.Setting.OUTPUT_FOLDER, ""),
                        Remedy.byHand("remove the folder"));
            }
        }
    }

    private static void requireNoStudy(Path path) {
        for (String name : RESULTS) {
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
    static List<Path> files(Path folder) {
        return Stream.concat(RESULTS.stream(), Stream.of(SETTINGS))
                .map(folder::resolve)
                .toList();
    }

    /**
     * Removes what a study has left in a folder; other files stay.
     *
     * @throws DataException if a study is running there, or a file cannot be removed
     */
    static void clear(Path folder) {
        try (FolderLock _ = FolderLock.of(Optional.of(folder.resolve(SETTINGS)))) {
            files(folder).forEach(StudyFolder::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DataException.because(e, Place.of(file), "cannot be removed: " + e.getMessage());
        }
    }

    private Optional<Path> file(String name) {
        return folder.map(path -> path.resolve(name));
    }

    /**
     * Keeps other studies out of the folder.
     *
     * @throws DataException if one is running there
     */
    FolderLock lock() {
        return FolderLock.of(file(SETTINGS));
    }

    /** results.csv. */
    ResultsFile results() {
        return new ResultsFile(file("results.csv"));
    }

    /** curves.csv. */
    CurvesFile curves() {
        return new CurvesFile(file("curves.csv"));
    }

    /** claims.csv. */
    ClaimsFile claims() {
        return new ClaimsFile(file("claims.csv"));
    }
}

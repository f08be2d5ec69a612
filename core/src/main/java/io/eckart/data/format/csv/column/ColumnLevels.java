package io.eckart.data.format.csv.column;

import io.eckart.data.ColumnType;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.InputFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The levels of a column of classes, from what a pass has shown. */
public record ColumnLevels(InputFile file, ColumnProfile profile) {
    private static final List<List<String>> BOOLEANS =
            List.of(List.of("false", "true"), List.of("no", "yes"), List.of("f", "t"), List.of("n", "y"));

    /** So many different numbers may be classes, if each comes so often on average. */
    private static final int FEW = 10;

    private static final int OFTEN = 10;

    /** Those of a category, words for missing cells among them. */
    public List<String> ofCategory() {
        Set<String> found = new TreeSet<>(foundLevels());
        found.addAll(profile.words.counts().keySet());
        if (found.isEmpty()) {
            throw file.columnError(
                    profile.name, "has no observed cell, so it cannot be a category", Remedy.leaveOut(profile.name));
        }
        return List.copyOf(found);
    }

    /** Those of a boolean: what means false, what means true. */
    public List<String> ofBoolean() {
        List<String> found = foundLevels();
        List<String> pair = booleanPair(found);
        if (pair != null) {
            return pair;
        }
        if (found.size() != 2) {
            throw file.columnError(
                    profile.name,
                    "has " + found.size() + " levels (" + ColumnNames.listed(found) + "), a boolean needs two",
                    new Remedy.GiveType(profile.name, ColumnType.CATEGORY));
        }
        return found;
    }

    /** A column of few whole numbers that come again and again may hold codes for classes. */
    Optional<Note> ofFewNumbers() {
        List<String> levels = profile.levels();
        if (levels == null || profile.forced.isPresent() || !profile.isWholeNumbers()) {
            return Optional.empty();
        }
        boolean few = levels.size() > 2 && levels.size() <= FEW && profile.observed() >= (long) OFTEN * levels.size();
        return few ? Optional.of(mayBeCodes(levels.size())) : Optional.empty();
    }

    private Note mayBeCodes(int levels) {
        return Note.of(
                        Note.Kind.TYPE,
                        profile.name,
                        "a number, though it has only " + levels + " different values",
                        0,
                        new Remedy.GiveType(profile.name, ColumnType.CATEGORY))
                .minor();
    }

    private List<String> foundLevels() {
        List<String> levels = profile.levels();
        if (levels == null) {
            throw file.columnError(
                    profile.name, "has more than " + profile.mostLevels() + " levels", Remedy.leaveOut(profile.name));
        }
        return levels;
    }

    /** False and true as they are spelled, in small letters where spellings vary; null for other levels. */
    public static @Nullable List<String> booleanPair(List<String> texts) {
        Set<String> lower =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (List<String> pair : BOOLEANS) {
            if (lower.size() == 2 && lower.containsAll(pair)) {
                return texts.size() > 2 ? pair : spelled(pair, texts);
            }
        }
        return null;
    }

    private static List<String> spelled(List<String> pair, List<String> texts) {
        return pair.stream()
                .map(word -> texts.stream()
                        .filter(word::equalsIgnoreCase)
                        .findFirst()
                        .orElse(word))
                .toList();
    }
}

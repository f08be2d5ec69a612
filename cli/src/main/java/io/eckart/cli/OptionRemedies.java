package io.eckart.cli;

import io.eckart.data.ColumnType;
import io.eckart.data.Place;
import io.eckart.data.Remediable;
import io.eckart.data.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words the remedies of the library as options of the command line that work as they are printed. */
public final class OptionRemedies {
    private OptionRemedies() {}

    /** The whole message of an exception: its place, what is wrong, and which options help. */
    static String message(Remediable failure) {
        String place = failure.place().equals(Place.UNKNOWN) ? "" : failure.place() + ": ";
        return Remedy.sentence(place + failure.problem(), failure.remedies(), OptionRemedies::words);
    }

    /** A remedy as an option. */
    public static String words(Remedy remedy) {
        return switch (remedy) {
            case Remedy.LeaveOut(List<String> columns) ->
                "leave " + (columns.size() == 1 ? "it" : "them") + " out with " + option("--ignore", list(columns));
            case Remedy.DeclareMissing(String column, String text) ->
                "declare it missing with " + option("--missing", item(column.isEmpty() ? text : column + "=" + text));
            case Remedy.GiveType(String column, ColumnType type) ->
                "give the column's type with "
                        + option("--types", item(column + "=" + type.name().toLowerCase(Locale.ROOT)));
            case Remedy.Choose(Remedy.Setting setting, String value) -> choice(setting, value);
            case Remedy.Resume() -> "continue it with --resume";
            case Remedy.Replace() -> "use --force to replace it";
            case Remedy.ByHand(String action) -> action;
        };
    }

    private static String choice(Remedy.Setting setting, String value) {
        return switch (setting) {
            case SCALING -> "fit with --scale " + value;
            case CODE_SIZE -> "give -k N";
            case OBJECTIVE -> "use --objective " + value;
            case SAMPLES -> "use --samples " + value;
            case COLUMN_TYPES -> "give types with --types COL=TYPE";
            case LEFT_OUT -> "leave columns out with --ignore COL";
            case HEADER -> "use --header " + value;
            case DELIMITER -> "name another with --delimiter CHAR";
            case DECIMAL -> "use --decimal " + value;
            case ENCODING -> "use --encoding " + value;
            case IMAGE_SIZE -> "use --size " + value;
            case IMAGE_COLOUR -> "use --color " + value;
            case IMAGE_BACKGROUND -> "use --background " + value;
            case MISSING_MARKER -> "use --missing " + value;
            case LABEL_COLUMN -> "name it with --label";
            case LABEL_KIND -> "use --task " + value;
            case POSITIVE_LABEL -> "name it with --positive";
            case LABELS_PER_CLASS ->
                "use --labelled N, which hides all labels but N of each class and measures the rest";
            case LABEL_CURVE -> "use --curve, which measures several numbers of labels";
            case FILL_METHOD -> "choose a way to fill with --model" + (value.isEmpty() ? "" : " " + value);
            case MODEL -> "fit one with --model " + value;
            case OUTPUT_FOLDER -> "give another folder with --out";
        };
    }

    /** An option with its value, in quotes where a shell would take it apart. */
    private static String option(String name, String value) {
        String text = value.matches("[A-Za-z0-9_.,=:/%@+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
        return name + " " + text;
    }

    private static String list(List<String> items) {
        return items.stream().map(OptionRemedies::item).collect(Collectors.joining(","));
    }

    /** In double quotes where a comma would split it or it could be taken for an option. */
    private static String item(String text) {
        return text.contains(",") || text.matches("-\\D.*") ? '"' + text + '"' : text;
    }
}

package io.eckart.cli;

import io.eckart.data.ColumnType;
import io.eckart.data.Place;
import io.eckart.data.Remediable;
import io.eckart.data.Remedy;
import java.util.List;
import java.util.Locale;

/** Words the remedies of the library as options of the command line that work as they are printed. */
final class OptionRemedies {
    private OptionRemedies() {}

    /** The whole message of an exception: its place, what is wrong, and which options help. */
    static String message(Remediable failure) {
        String place = failure.place().equals(Place.UNKNOWN) ? "" : failure.place() + ": ";
        return Remedy.sentence(place + failure.problem(), failure.remedies(), OptionRemedies::words);
    }

    static String words(Remedy remedy) {
        return switch (remedy) {
            case Remedy.LeaveOut(List<String> columns) ->
                "leave " + (columns.size() == 1 ? "it" : "them") + " out with --ignore " + list(columns);
            case Remedy.DeclareMissing(String text) -> "declare it missing with --missing " + quoted(text);
            case Remedy.GiveType(String column, ColumnType type) ->
                "give the column's type with --types "
                        + quoted(column + "=" + type.name().toLowerCase(Locale.ROOT));
            case Remedy.Choose(Remedy.Setting setting, String value) -> option(setting, value);
            case Remedy.Resume() -> "go on from it with --resume";
            case Remedy.Replace() -> "use --force to replace it";
            case Remedy.ByHand(String action) -> action;
        };
    }

    private static String option(Remedy.Setting setting, String value) {
        return switch (setting) {
            case SCALING -> "use --scale " + value;
            case CODE_SIZE -> "give -k N";
            case OBJECTIVE -> "use --objective " + value;
            case SAMPLES -> "use --samples " + value;
            case HEADER -> "use --header " + value;
            case IMAGE_SIZE -> "use --size " + value;
            case MISSING_MARKER -> "use --missing " + value;
            case LABEL_COLUMN -> "name it with --label";
            case LABEL_KIND -> "use --task " + value;
            case POSITIVE_LABEL -> "name it with --positive";
            case LABELS_PER_CLASS -> "use --labelled N, which hides all labels but N of each class and measures";
            case LABEL_CURVE -> "use --curve, which draws the table";
            case FILL_METHOD -> "choose a way to fill with --model" + (value.isEmpty() ? "" : " " + value);
            case MODEL -> "fit one with --model " + value;
            case OUTPUT_FOLDER -> "take another --out";
        };
    }

    /** Names for an option that takes several, separated by commas. */
    private static String list(List<String> names) {
        return quoted(String.join(",", names));
    }

    /** In quotes where the shell would take it apart. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_.,=:/%@+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

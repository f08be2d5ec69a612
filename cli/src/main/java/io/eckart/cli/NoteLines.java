package io.eckart.cli;

import io.eckart.data.Note;
import io.eckart.data.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The notes about data as lines for a terminal: those that matter, each decision once for all its columns. */
public final class NoteLines {
    private static final int SHOWN = 8;
    private static final int NAMED = 3;

    private NoteLines() {}

    /**
     * The lines of some notes.
     *
     * @param all whether the others are shown too
     */
    public static List<String> of(List<Note> notes, boolean all) {
        Map<List<Object>, List<Note>> alike = notes.stream()
                .filter(note -> all || note.notable())
                .collect(Collectors.groupingBy(
                        note -> List.of(note.kind(), note.column().isPresent(), note.text()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> lines = new ArrayList<>();
        for (List<Note> same : alike.values()) {
            if (all || lines.size() < SHOWN) {
                lines.add(Remedy.sentence(message(same), same.getFirst().remedies(), OptionRemedies::words));
            }
        }
        long hidden = notes.size()
                - alike.values().stream()
                        .limit(all ? Long.MAX_VALUE : SHOWN)
                        .mapToLong(List::size)
                        .sum();
        if (hidden > 0 && !lines.isEmpty()) {
            lines.add(hidden + " more note" + (hidden == 1 ? "" : "s") + " about the data: " + Failures.VERBOSE);
        }
        return lines;
    }

    private static String message(List<Note> same) {
        if (same.size() == 1) {
            return same.getFirst().message();
        }
        String names = same.stream()
                .limit(NAMED)
                .map(note -> "'" + note.column().orElse("") + "'")
                .collect(Collectors.joining(", "));
        String more = same.size() > NAMED ? " and " + (same.size() - NAMED) + " more" : "";
        return "columns " + names + more + ": " + same.getFirst().text();
    }
}

package io.eckart.cli.text;

import java.util.List;

/** The words and the layout of a line of progress. */
final class ProgressText {
    /** The narrowest bar that is worth its place, with its ends. */
    private static final int LEAST_BAR = 12;

    private static final int MOST_BAR = 32;

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private ProgressText() {}

    /** A time as a person would say it, right to a tenth or so. */
    static String left(double seconds) {
        if (seconds < 5) {
            return "a few seconds left";
        }
        return "about " + time(seconds) + " left";
    }

    private static String time(double seconds) {
        if (seconds < 10) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 15) {
            return rounded(seconds, 5) + " s";
        }
        if (seconds < 95) {
            return rounded(seconds, 10) + " s";
        }
        if (seconds < 55 * MINUTE) {
            long minutes = seconds < 19.5 * MINUTE ? Math.round(seconds / MINUTE) : rounded(seconds / MINUTE, 5);
            return minutes + " min";
        }
        long tens = Math.round(seconds / (10 * MINUTE));
        long hours = seconds < 10 * HOUR ? tens / 6 : Math.round(seconds / HOUR);
        long minutes = seconds < 10 * HOUR ? tens % 6 * 10 : 0;
        return hours + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }

    private static long rounded(double value, int step) {
        return Math.max(step, Math.round(value / step) * step);
    }

    /**
     * One line: what is going on, a bar, the time left. Where there is little room, details are left out from the last one on, then the
     * bar; of the first detail whole words are left out.
     *
     * @param width the most columns
     * @param head always shown, such as "label 3 of 46:"
     * @param details the most important one first; empty ones are not shown
     * @param part done, from 0 to 1
     * @param left the time left, or an empty text
     */
    static String line(int width, String head, List<String> details, double part, String left) {
        int end = left.isEmpty() ? 0 : left.length() + 1;
        int room = width - end;
        int roomBesideBar = room - LEAST_BAR - 1;
        StringBuilder text = new StringBuilder(head);
        boolean first = true;
        for (String detail : details) {
            String added = (text.isEmpty() ? "" : first ? " " : ", ") + detail;
            if (detail.isEmpty()) {
                continue;
            }
            if (first) {
                text.append(words(added, roomBesideBar - text.length()));
            } else if (text.length() + added.length() <= roomBesideBar) {
                text.append(added);
            } else {
                break;
            }
            first = false;
        }
        int bar = Math.min(MOST_BAR, room - text.length() - 1);
        String middle = bar < LEAST_BAR ? "" : " " + bar(bar, part);
        String line = text + middle + (left.isEmpty() ? "" : " " + left);
        return line.length() <= width ? line : words(head + (left.isEmpty() ? "" : " " + left), width);
    }

    /** As much of the beginning as there is room for: up to a comma, or else whole words. */
    private static String words(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int comma = room < 0 ? -1 : text.lastIndexOf(", ", room);
        int end = comma >= 0 || room < 0 ? comma : text.lastIndexOf(' ', room);
        return end < 0 ? "" : text.substring(0, end);
    }

    private static String bar(int width, double part) {
        int inside = width - 2;
        int full = (int) Math.round(part * inside);
        return "[" + "=".repeat(full) + " ".repeat(inside - full) + "]";
    }
}

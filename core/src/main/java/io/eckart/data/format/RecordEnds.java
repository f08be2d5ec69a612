package io.eckart.data.format;

import java.nio.charset.StandardCharsets;

/**
 * Finds where the records of a CSV file end, in bytes, by the rules of the parser: a quote opens where a field starts, or
 * where the field was quoted before; elsewhere it is a character as any other.
 */
final class RecordEnds {
    /** Bytes of the longest field that the parser takes, and then some. */
    private static final int LONGEST_FIELD = 1 << 26;

    private enum State {
        START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final byte[] delimiter;
    private int opened;

    RecordEnds(char delimiter) {
        this.delimiter = String.valueOf(delimiter).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The place after the record that starts at {@code from}, -1 if it does not end before {@code to}. A carriage return that
     * stands last may be half of a line end, so it ends no record unless {@code last} says that nothing follows.
     */
    int next(byte[] buffer, int from, int to, boolean last) {
        State state = State.START;
        opened = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            if (state == State.QUOTED) {
                state = b == '"' ? State.AFTER_QUOTE : state;
            } else if (b == '\n') {
                return i + 1;
            } else if (b == '\r') {
                return afterReturn(buffer, i + 1, to, last);
            } else {
                state = after(state, buffer, from, i);
            }
        }
        opened = state == State.QUOTED ? opened : Integer.MAX_VALUE;
        return -1;
    }

    private static int afterReturn(byte[] buffer, int next, int to, boolean last) {
        if (next == to) {
            return last ? to : -1;
        }
        return buffer[next] == '\n' ? next + 1 : next;
    }

    private State after(State state, byte[] buffer, int from, int i) {
        byte b = buffer[i];
        if (b == delimiter[delimiter.length - 1] && endsDelimiter(buffer, from, i)) {
            return State.START;
        }
        if (b != '"' || state == State.PLAIN) {
            return state == State.AFTER_QUOTE ? state : State.PLAIN;
        }
        opened = i;
        return State.QUOTED;
    }

    private boolean endsDelimiter(byte[] buffer, int from, int i) {
        int start = i + 1 - delimiter.length;
        for (int k = 0; k < delimiter.length; k++) {
            if (start < from || buffer[start + k] != delimiter[k]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the record that did not end last time holds a quote that is open for longer than a field may be. */
    boolean isHopeless(int to) {
        return to - (long) opened > LONGEST_FIELD;
    }
}

package io.eckart.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Single values with their names.
 *
 * @param title what they are about; may be empty
 */
public record Facts(String title, List<Fact> facts) implements Block {

    /**
     * One value; it is left out where the data has null.
     *
     * @param name what people call it, with its unit
     * @param from where it is in the data
     */
    public record Fact(String name, String from, Format format) {
        /** @throws IllegalArgumentException if the pointer is none */
        public Fact {
            Pointers.require(from);
        }

        public static Fact number(String name, String from) {
            return new Fact(name, from, Format.NUMBER);
        }

        public static Fact count(String name, String from) {
            return new Fact(name, from, Format.COUNT);
        }

        public static Fact text(String name, String from) {
            return new Fact(name, from, Format.TEXT);
        }

        public static Fact percent(String name, String from) {
            return new Fact(name, from, Format.PERCENT);
        }
    }

    public Facts {
        facts = List.copyOf(facts);
    }

    /** Facts without a title. */
    public static Facts of(Fact... facts) {
        return of(List.of(facts));
    }

    public static Facts of(List<Fact> facts) {
        return new Facts("", facts);
    }

    /** The same with more facts at their end. */
    public Facts and(Fact... more) {
        return new Facts(title, Stream.concat(facts.stream(), Stream.of(more)).toList());
    }

    /** The same with more facts at their end, where they are known. */
    public Facts andIf(boolean known, Fact... more) {
        return known ? and(more) : this;
    }
}

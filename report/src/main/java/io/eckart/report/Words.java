package io.eckart.report;

/**
 * Sentences: fixed ones, or those in the data.
 *
 * @param text a paragraph; empty where the data has the words
 * @param from where a text or an array of texts is in the data; empty for a fixed paragraph
 * @param tone what kind of statement it is
 */
public record Words(String text, String from, Tone tone) implements Block {

    /** What kind of statement words are. */
    public enum Tone {
        PLAIN,
        FINDING,
        WARNING
    }

    /** A paragraph that explains. */
    public static Words of(String text) {
        return new Words(text, "", Tone.PLAIN);
    }

    /** What was found, in the words of the result. */
    public static Words finding(String from) {
        return new Words("", from, Tone.FINDING);
    }

    /** What a person should know, in the words of the result. */
    public static Words warning(String from) {
        return new Words("", from, Tone.WARNING);
    }
}

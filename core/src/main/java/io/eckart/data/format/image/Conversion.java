package io.eckart.data.format.image;

import io.eckart.data.Note;
import io.eckart.data.Remedy;

/** What is done with an image so that its pixels differ from those in its file. */
enum Conversion {
    COMPOSED("transparent pixels were composed on ", true),
    VANISHED("nothing is left to see, every pixel has the same colour on ", true),
    TURNED("turned upright as their orientation tag says", true),
    PROFILE("converted to sRGB by their colour profile", true),
    INKS_BY_PROFILE("converted from CMYK to sRGB by their colour profile", true),
    INKS("converted from CMYK without a profile, by (1 - C)(1 - K)", true),
    FIRST_FRAME("the first of several frames or pages was read", true),
    IGNORED_PROFILE("the colour profile is for grey values or other colours, and was not applied", false);

    private final String words;
    private final boolean notable;

    Conversion(String words, boolean notable) {
        this.words = words;
        this.notable = notable;
    }

    /**
     * A note about images that were converted so.
     *
     * @param ground what transparent pixels were composed on
     */
    Note note(int count, int images, Ground ground) {
        String which = count + " of " + images + (images == 1 ? " image: " : " images: ");
        Note note = switch (this) {
            case COMPOSED, VANISHED ->
                Note.of(
                        Note.Kind.CONVERTED,
                        which + words + ground.name(),
                        count,
                        Remedy.choose(
                                Remedy.Setting.IMAGE_BACKGROUND, ground.other().name()));
            case FIRST_FRAME ->
                Note.of(Note.Kind.SKIPPED, which + words, count, Remedy.byHand("save each of them as a file"));
            case TURNED, PROFILE, INKS_BY_PROFILE, INKS, IGNORED_PROFILE ->
                Note.of(Note.Kind.CONVERTED, which + words, count);
        };
        return notable ? note : note.minor();
    }
}

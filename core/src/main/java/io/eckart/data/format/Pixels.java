package io.eckart.data.format;

import io.eckart.data.ImageShape;
import java.util.ArrayList;
import java.util.List;

/** The names of the features of images: px3_7 for row 3 and column 7, px3_7r, px3_7g and px3_7b in colour. */
public final class Pixels {
    private static final List<String> GREY = List.of("");
    private static final List<String> COLOURS = List.of("r", "g", "b");

    private Pixels() {}

    /** Rows and columns are counted from 0. */
    public static List<String> names(ImageShape shape) {
        List<String> names = new ArrayList<>(shape.features());
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                for (String channel : shape.channels() == 1 ? GREY : COLOURS) {
                    names.add("px" + row + "_" + column + channel);
                }
            }
        }
        return names;
    }
}

package io.eckart.report;

/** Something on a page. Numbers are never in it: a block says where in the page's data they stand. */
public sealed interface Block permits Words, Facts, RowTable, ImageGrid, Chart, Multiples {

    /** Its word in the page's layout. */
    default String kind() {
        return switch (this) {
            case Words _ -> "words";
            case Facts _ -> "facts";
            case RowTable _ -> "table";
            case ImageGrid _ -> "images";
            case Multiples _ -> "multiples";
            case LineChart _ -> "lines";
            case BarChart _ -> "bars";
            case ScatterMap _ -> "scatter";
            case Heatmap _ -> "heatmap";
        };
    }
}

package io.eckart.report;

/** Something on a page. It has no numbers: it says where they are in the page's data. */
public sealed interface Block permits Words, Facts, RowTable, ImageGrid, ImageLines, ColumnCards, Chart, Multiples {

    /** Its word in the page's layout. */
    default String kind() {
        return switch (this) {
            case Words _ -> "words";
            case Facts _ -> "facts";
            case RowTable _ -> "table";
            case ImageGrid _ -> "images";
            case ImageLines _ -> "imageLines";
            case ColumnCards _ -> "cards";
            case Multiples _ -> "multiples";
            case LineChart _ -> "lines";
            case BarChart _ -> "bars";
            case HistogramChart _ -> "histogram";
            case ScatterMap _ -> "scatter";
            case Heatmap _ -> "heatmap";
        };
    }
}

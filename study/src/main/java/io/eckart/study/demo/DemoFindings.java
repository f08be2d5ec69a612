package io.eckart.study.demo;

import io.eckart.task.RowExamples;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demonstration found.
 *
 * @param folder of data and models
 * @param page the file of its page
 * @param pictures what a page shows next to the numbers
 */
public record DemoFindings(
        Path folder,
        Path page,
        ParameterizationRuns parameterizations,
        DamagedDigits digits,
        FilledHoles holes,
        BrokenRows brokenRows,
        FewLabels labels,
        Pictures pictures) {

    /**
     * What is drawn next to the printed numbers.
     *
     * @param noisy drawings with noise and what models gave back from it
     * @param erased the same for erased pixels
     * @param cells missing cells by their truth and what they were filled with
     * @param byError the rows of largest reconstruction error
     * @param byNorm the rows of largest norm
     * @param labelled the labelled drawings of one draw
     * @param map all drawings
     * @param drawings some of them to look at
     */
    public record Pictures(
            RowExamples noisy,
            RowExamples erased,
            List<FilledHoles.Cell> cells,
            List<BrokenRows.Suspect> byError,
            List<BrokenRows.Suspect> byNorm,
            RowExamples labelled,
            List<FewLabels.Point> map,
            RowExamples drawings) {
        public Pictures {
            cells = List.copyOf(cells);
            byError = List.copyOf(byError);
            byNorm = List.copyOf(byNorm);
            map = List.copyOf(map);
        }
    }
}

package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;
import java.util.List;

/** Reading, filling, spreading labels, and starting. */
final class TableContests {
    private static final int NEIGHBOURS_TO_FILL = 5;
    private static final int ROUNDS = 10;
    private static final int NEIGHBOURS_TO_SPREAD = 10;
    private static final int KNOWN = 1000;

    private TableContests() {}

    static Discipline csv() {
        return new Discipline(
                "csv",
                "Reading a CSV file of 1,000,000 x 30 numbers",
                "mean of all cells",
                1e-9,
                CsvFile::in,
                List.of(new PeerProgram(Library.SCIKIT_LEARN, "pandas_csv.py")),
                List.of(Contest.of(
                        "read CSV", Request.of("eckart"), Rival.of("pandas").target(4))));
    }

    static Discipline fill() {
        return new Discipline(
                "fill",
                "Filling 20 % of the cells of 20,000 x 16",
                "RMSE of hidden cells",
                0.05,
                HoledFolder::in,
                List.of(new PeerProgram(Library.SCIKIT_LEARN, "scikit_learn_fill.py")),
                List.of(
                        Contest.of(
                                "fill by a normal distribution",
                                Request.of("gaussian"),
                                Rival.of("iterative-imputer", ROUNDS).target(5)),
                        Contest.of(
                                        "fill by nearest neighbours",
                                        Request.of("neighbours", NEIGHBOURS_TO_FILL),
                                        Rival.of("knn-imputer", NEIGHBOURS_TO_FILL)
                                                .target(8))
                                .asSlow()));
    }

    static Discipline spread() {
        return new Discipline(
                "spread",
                "Spreading 1000 labels over a graph of 10 neighbours",
                "part wrong",
                0.05,
                LabelledFolder::in,
                List.of(new PeerProgram(Library.TORCH, "torch_spread.py")),
                List.of(spread(10_000), spread(70_000).asSlow()));
    }

    private static Contest spread(int rows) {
        return Contest.of(
                "spread over " + rows + " rows",
                Request.of("eckart", rows, KNOWN, NEIGHBOURS_TO_SPREAD),
                Rival.of("torch-graph", rows, KNOWN, NEIGHBOURS_TO_SPREAD).target(1.5));
    }

    static Discipline start() {
        return new Discipline(
                "start",
                "The command line from start to end, by the clock on the wall",
                "lines written",
                0,
                StartFolder::in,
                List.of(new PeerProgram(Library.SCIKIT_LEARN, "scikit_learn_start.py")),
                List.of(
                        Contest.of("say the version", Request.of("version"), Rival.of("scikit-learn-version"))
                                .within(0.2),
                        Contest.of("encode 1000 rows", Request.of("encode"), Rival.of("scikit-learn-encode"))
                                .within(0.6)));
    }
}

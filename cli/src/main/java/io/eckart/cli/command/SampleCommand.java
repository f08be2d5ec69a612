package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.report.Json;
import io.eckart.report.result.RowOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sample",
        description = {
            "Write a table to try the other commands on, made from a seed; needs no network.",
            "sensors: readings of 24 correlated sensors, with broken rows; people: columns of several types, with missing cells;",
            "digits: drawings of 12 x 12 pixels; groups: three groups of rows; wells: a small file as messy as files are."
        },
        footer = {
            "eckart sample people -o people.csv",
            "eckart sample digits --labelled 60 -o digits.csv",
            "eckart sample sensors --rows 5000 --missing 0 -o sensors.csv"
        })
@InGroup(OptionGroup.DATA)
final class SampleCommand extends Job {
    private static final String WELLS = "wells.csv";

    @Parameters(paramLabel = "sensors|people|digits|groups|wells", description = "which table")
    private SampleSet set = SampleSet.SENSORS;

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "file to write: .csv or .tsv (also .gz)")
    private Path output = Path.of("");

    @Option(names = "--rows", paramLabel = "N", description = "number of rows (default: by the table, 400 to 1200)")
    private @Nullable Integer rows;

    @Option(
            names = "--missing",
            paramLabel = "PART",
            description = "sensors, people: part of the cells that are missing (default: 0.05, 0.1)")
    private @Nullable Double missing;

    @Option(
            names = "--labelled",
            paramLabel = "N",
            description = "only the first N rows have their label (default: all)")
    private @Nullable Integer labelled;

    @InGroup(OptionGroup.RUN)
    @Option(names = "--seed", paramLabel = "N", description = "seed of the data (default: 42)")
    private long seed = 42;

    SampleCommand(Output out) {
        super(out);
    }

    @Override
    OptionalLong seed() {
        return OptionalLong.of(seed);
    }

    @Override
    public Integer call() throws IOException {
        return set == SampleSet.WELLS ? wells() : made();
    }

    private int made() {
        if (!set.hasMissingCells()) {
            rules.refuseUnless("sensors or people", "--missing");
        }
        Table table = hidden(set.table(rows, missing, seed));
        List<String> names = table.schema().columns().stream().map(Column::name).toList();
        try (TableWriter writer = Tables.writer(output, names, WriteOptions.DEFAULT.withForce(force))) {
            writer.write(table);
            writer.commit();
        }
        return answer(table.rows(), names.size());
    }

    /** The table without the labels of its later rows. */
    private Table hidden(Table table) {
        if (labelled == null) {
            return table;
        }
        if (labelled < 0) {
            throw new UsageException("--labelled must be at least 0, got " + labelled);
        }
        int kept = labelled;
        @Nullable
        String[] labels = IntStream.range(0, table.rows())
                .mapToObj(i -> i < kept ? table.label(i) : null)
                .toArray(String[]::new);
        return table.withLabels(table.schema().label().orElseThrow().name(), labels);
    }

    private int wells() throws IOException {
        rules.refuseUnless("tables that are made from a seed", "--rows", "--missing", "--labelled", "--seed");
        try (InputStream in = Objects.requireNonNull(SampleCommand.class.getResourceAsStream(WELLS), WELLS)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            OutputFile.write(output, force, text);
            String[] lines = text.split("\n", -1);
            String header = Arrays.stream(lines)
                    .filter(line -> !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow();
            long rowCount =
                    Arrays.stream(lines).filter(line -> line.matches("\\d.*")).count();
            return answer(rowCount, header.split(";", -1).length);
        }
    }

    private int answer(long rowCount, int columns) {
        RowOutput written = new RowOutput(output, set.toString(), rowCount, columns, List.of());
        return answer(Json.record(written), RowOutputText.of(written));
    }
}

package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;

/** A CSV file into memory; the check is the mean of all cells. */
record CsvWork(Path file) implements Work {

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(0, 0, "eckart");
    }

    @Override
    public Reply answer(Request request) {
        if (!request.method().equals("eckart")) {
            throw Work.unknown(request);
        }
        long start = System.nanoTime();
        Table table = Tables.read(file, ReadOptions.DEFAULT);
        double seconds = Reply.secondsSince(start);
        return new Reply(seconds, mean(table), 0);
    }

    private static double mean(Table table) {
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.width(); j++) {
                sum += table.cell(i, j);
            }
        }
        return sum / table.rows() / table.width();
    }
}

package io.eckart.study.demo;

import io.eckart.data.Table;
import io.eckart.data.synthetic.SensorTable;
import io.eckart.data.synthetic.Sensors;
import io.eckart.model.Pca;
import io.eckart.study.demo.FilledHoles.Cell;
import io.eckart.study.demo.FilledHoles.Way;
import io.eckart.task.FitOptions;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.PrincipalAngles;
import io.eckart.training.GaussianConfig;
import io.eckart.training.PcaFit;
import java.util.ArrayList;
import java.util.List;

/** Fills the missing cells of a table of sensors in several ways. */
record HoleTrial(SensorTable made, Sensors sensors, double energy, FitOptions options) {

    private record Named(String what, FillMethod method) {}

    /** What was found, and every measured cell for a picture. */
    record Outcome(FilledHoles found, List<Cell> cells) {}

    /** @param fitted PCA that keeps the part {@code energy} of the energy of the table */
    Outcome run(Fitted<Pca, PcaFit> fitted) {
        int k = fitted.run().model().codeSize();
        List<Named> methods = List.of(
                new Named("column means", new FillMethod.Means()),
                new Named("PCA, k = " + k, new FillMethod.Principal(k)),
                new Named("P4 unrolled, k = " + k, new FillMethod.Unrolled(k)),
                new Named("normal distribution", new FillMethod.Normal(GaussianConfig.DEFAULT)));
        List<Way> ways = new ArrayList<>();
        List<Cell> shown = new ArrayList<>();
        int measured = 0;
        for (Named method : methods) {
            List<Cell> cells = cells(method);
            ways.add(new Way(method.what(), error(cells)));
            measured = cells.size();
            if (ways.size() <= 2) {
                shown.addAll(cells);
            }
        }
        return new Outcome(found(fitted, ways, measured), shown);
    }

    private FilledHoles found(Fitted<Pca, PcaFit> fitted, List<Way> ways, int measured) {
        Pca pca = fitted.run().model();
        double[] angles = PrincipalAngles.between(pca.components(), sensors.components());
        return new FilledHoles(
                made.rows(),
                made.sensors(),
                made.noise(),
                (int) fitted.missingCells(),
                measured,
                made.rank(),
                pca.codeSize(),
                energy,
                Math.toDegrees(angles[angles.length - 1]),
                ways);
    }

    /** The missing cells of intact rows; broken rows have no truth. */
    private List<Cell> cells(Named method) {
        Table table = sensors.table();
        Table filled = Fill.with(table, method.method(), options).fill(table);
        boolean[] broken = sensors.broken();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.width() && !broken[i]; j++) {
                if (table.isMissing(i, j)) {
                    cells.add(new Cell(sensors.clean().get(i, j), filled.cell(i, j), method.what()));
                }
            }
        }
        return cells;
    }

    private static double error(List<Cell> cells) {
        return Math.sqrt(cells.stream()
                .mapToDouble(cell -> cell.filled() - cell.truth())
                .map(difference -> difference * difference)
                .average()
                .orElse(0));
    }
}

package io.eckart.data.file;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A copy in a format other than that of the original: feature columns and label are written as a new table. */
final class Rewriting implements TableCopy {
    private final TableWriter writer;
    private final Path target;

    Rewriting(TableSource source, Path target, WriteOptions options) {
        List<String> names = new ArrayList<>(
                source.schema().features().stream().map(Column::name).toList());
        source.schema().label().ifPresent(label -> names.add(label.name()));
        this.target = target;
        this.writer = Tables.writer(target, source, names, options);
    }

    @Override
    public void write(Table filled, FloatMatrix added) {
        writer.write(filled);
    }

    @Override
    public Path target() {
        return target;
    }

    @Override
    public void commit() {
        writer.commit();
    }

    @Override
    public void close() {
        writer.close();
    }
}

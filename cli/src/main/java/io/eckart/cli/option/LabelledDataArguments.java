package io.eckart.cli.option;

import io.eckart.data.Encoding;
import io.eckart.data.Note;
import io.eckart.data.Schema;
import io.eckart.data.TableSource;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The options that say how a data file is read, and where its labels are. */
public final class LabelledDataArguments {
    @Mixin
    private DataArguments data = new DataArguments();

    @Mixin
    private LabelFileArguments labels = new LabelFileArguments();

    public TableSource open(Path file) {
        return labels.with(data.open(file));
    }

    /** Keeps what was noted when the data was encoded, and when a model was fitted to it. */
    public void encodedBy(Encoding encoding, List<Note> more) {
        data.encodedBy(encoding, more);
    }

    /** Opens new data for a model: columns are looked up by name. */
    public TableSource openFor(Schema schema, Path file) {
        return labels.with(data.openFor(schema, file));
    }
}

package io.eckart.cli.option;

import io.eckart.task.compare.ComparedModel;
import io.eckart.task.label.LabelMethod;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The words that options for models know, for completion in shells. */
public sealed interface ModelNames extends Iterable<String> {
    List<String> words();

    @Override
    default Iterator<String> iterator() {
        return words().iterator();
    }

    /** Of {@code fit}. */
    final class OfFit implements ModelNames {
        @Override
        public List<String> words() {
            return Stream.of(List.of("pca", "kmeans"), AutoencoderArguments.MODELS, FillArguments.MODELS)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Of {@code fill}. */
    final class OfFill implements ModelNames {
        @Override
        public List<String> words() {
            return Stream.of(List.of("auto", "pca", "unrolled"), FillArguments.MODELS)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Of {@code label}. */
    final class OfLabel implements ModelNames {
        @Override
        public List<String> words() {
            return Stream.concat(Stream.of("auto"), LabelMethod.words().stream())
                    .toList();
        }
    }

    /** Of {@code compare}. */
    final class OfCompare implements ModelNames {
        @Override
        public List<String> words() {
            return Arrays.stream(ComparedModel.values())
                    .filter(model -> model != ComparedModel.MEAN && model != ComparedModel.PCA)
                    .map(ComparedModel::label)
                    .toList();
        }
    }
}

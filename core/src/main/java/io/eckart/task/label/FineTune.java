package io.eckart.task.label;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Remedy;
import io.eckart.data.SettingException;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.model.Autoencoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.Provenance;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import io.eckart.task.TableFit;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.StopReason;
import io.eckart.training.label.FineTuner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a predictor from a pre-trained autoencoder and labelled rows. */
public final class FineTune {
    private final FittedModel<?> pretrained;
    private final Autoencoder autoencoder;
    private final FineTuneOptions asked;
    private final FitOptions options;
    private final FineTuneConfig config;
    private final long started = System.nanoTime();

    private FineTune(FittedModel<?> pretrained, FineTuneConfig config, FineTuneOptions asked, FitOptions options) {
        this.pretrained = pretrained;
        this.autoencoder = autoencoder(pretrained);
        this.config = asked.fromScratch() ? config.fromScratch() : config;
        this.asked = asked;
        this.options = options;
    }

    /**
     * Fine-tunes a network; rows with an empty label serve as companions only.
     *
     * @param table with the columns the autoencoder was fitted on and a label column
     * @param pretrained an autoencoder of kind network
     * @param options seed, threads, listener and stop; the scaling is that of the autoencoder
     * @throws DataException if the table has not those columns or too few labels
     * @throws IllegalArgumentException if the model cannot be fine-tuned, or settings contradict each other
     */
    public static FineTuned of(
            TableSource table,
            FittedModel<?> pretrained,
            FineTuneConfig config,
            FineTuneOptions asked,
            FitOptions options) {
        return new FineTune(pretrained, config, asked, options).of(table);
    }

    private static Autoencoder autoencoder(FittedModel<?> pretrained) {
        if (pretrained.model() instanceof Autoencoder autoencoder
                && autoencoder.architecture() instanceof NetworkEncoder) {
            return autoencoder;
        }
        throw new SettingException(
                "a " + pretrained.model().kind() + " model cannot be fine-tuned",
                Remedy.choose(Remedy.Setting.MODEL, "network"));
    }

    private FineTuned of(TableSource source) {
        Table table = Tables.collect(source.until(options.stop()));
        Encoding encoding = encoding(table);
        FloatMatrix rows = encoding.encode(table);
        LabelTargets labels = LabelTargets.of(table, asked.task());
        RandomStreams random = new RandomStreams(options.seed());
        List<JobStep> plan = List.of(JobStep.of("check", asked.check() > 0 ? 2.2 : 0), JobStep.of("the network", 1));
        try (JobSteps steps = JobSteps.begin("fine-tune", plan, options.listener(), () -> false)) {
            steps.next();
            Optional<FineTuneCheck> check =
                    FineTuneCheck.of(rows, labels.targets(), autoencoder, config, asked.check(), random, options.run());
            steps.next();
            FineTuner tuner = new FineTuner(config, random, options.run());
            FineTuneFit run = asked.fromScratch()
                    ? tuner.fromScratch(rows, labels.targets(), autoencoder)
                    : tuner.fit(rows, labels.targets(), autoencoder);
            Provenance provenance = provenance(table, encoding, rows, run, check);
            FittedModel<NetworkPredictor> model = new FittedModel<>(encoding, run.model(), provenance);
            FineTuned tuned = new FineTuned(model, run, labels.reason(), notes(labels, check), check);
            return run.stop() == StopReason.INTERRUPTED ? tuned : steps.complete(tuned);
        } catch (DataException e) {
            throw e.in(table.name());
        }
    }

    private static List<String> notes(LabelTargets labels, Optional<FineTuneCheck> check) {
        List<String> notes = new ArrayList<>();
        check.filter(found -> !(found.network() < found.control().error()))
                .ifPresent(found -> notes.add("the network is not better than "
                        + found.control().name() + " on the labelled rows kept apart"));
        notes.addAll(labels.notes());
        return notes;
    }

    /** The autoencoder's encoding of the columns, with the label column of this table. */
    private Encoding encoding(Table table) {
        Encoding given = pretrained.encoding();
        given.encode(table.select(new int[0]));
        return new Encoding(table.schema(), given.scaling(), given.shift(), given.scale());
    }

    private Provenance provenance(
            Table table, Encoding encoding, FloatMatrix rows, FineTuneFit run, Optional<FineTuneCheck> check) {
        Map<String, String> settings = new TreeMap<>(config.settings());
        settings.put("from_scratch", String.valueOf(asked.fromScratch()));
        settings.put("pretrained_on", pretrained.provenance().data());
        settings.put("pretrained_fingerprint", pretrained.provenance().fingerprint());
        settings.put("label", table.schema().label().map(Column::name).orElse(""));
        Map<String, String> findings = new TreeMap<>();
        findings.put("labelled rows", String.valueOf(run.labelled()));
        check.ifPresent(judged -> {
            for (FineTuneCheck.Way way : judged.errors()) {
                findings.put(
                        "error on " + judged.judged() + " rows kept apart, " + way.name(), String.valueOf(way.error()));
            }
        });
        return TableFit.provenance(rows, table, encoding, options, started, settings, findings);
    }
}

/** Self-supervised representation learning: tables and images, models, their training and what can be done with them. */
@SuppressWarnings("module") // the modules named behind "to" are built after this one
module io.eckart.core {
    requires static transitive org.jspecify;
    requires ch.randelshofer.fastdoubleparser;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires java.logging;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires tools.jackson.databind;

    // Where no native library loads.
    requires arpack.combined.all;
    requires dev.ludovic.netlib.blas;
    requires dev.ludovic.netlib.lapack;

    exports io.eckart.numerics;
    exports io.eckart.data;
    exports io.eckart.data.corruption;
    exports io.eckart.data.file;
    exports io.eckart.data.format;
    exports io.eckart.data.sampling;
    exports io.eckart.data.synthetic;
    exports io.eckart.network;
    exports io.eckart.model;
    exports io.eckart.model.label;
    exports io.eckart.model.fitted;
    exports io.eckart.training;
    exports io.eckart.task;
    exports io.eckart.task.clean;
    exports io.eckart.task.compare;
    exports io.eckart.task.explore;
    exports io.eckart.task.fill;
    exports io.eckart.task.fit;
    exports io.eckart.task.label;
    exports io.eckart.task.score;

    // For the other modules of this project alone.
    exports io.eckart.network.kind to
            io.eckart.study;
    exports io.eckart.network.linear to
            io.eckart.study;
    exports io.eckart.network.pass to
            io.eckart.study;
    exports io.eckart.numerics.blas to
            io.eckart.report;
    exports io.eckart.numerics.product to
            io.eckart.study;
    exports io.eckart.numerics.statistics to
            io.eckart.study;
    exports io.eckart.training.autoencoder to
            io.eckart.study;
    exports io.eckart.training.batch to
            io.eckart.study;
    exports io.eckart.training.kmeans to
            io.eckart.study;
    exports io.eckart.training.label to
            io.eckart.cli,
            io.eckart.report,
            io.eckart.study;
    exports io.eckart.training.moments to
            io.eckart.study;
    exports io.eckart.training.pca to
            io.eckart.study;
}

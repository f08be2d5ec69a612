/** Self-supervised representation learning: tables and images, models, their training and what can be done with them. */
module io.eckart.core {
    requires static transitive org.jspecify;
    requires ch.randelshofer.fastdoubleparser;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires java.logging;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires tools.jackson.databind;

    // The pure-Java fallback is not modular; whoever links an image without it keeps the native library.
    requires static dev.ludovic.netlib.blas;
    requires static dev.ludovic.netlib.lapack;
    requires static arpack.combined.all;

    exports io.eckart.numerics;
    exports io.eckart.data;
    exports io.eckart.data.file;
    exports io.eckart.data.format;
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
}

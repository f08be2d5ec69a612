/** The designed experiment that tests the claims of the subject. */
module io.eckart.study {
    requires transitive io.eckart.core;
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.statistics.distribution;

    exports io.eckart.study;
    exports io.eckart.study.demo;
    exports io.eckart.study.run;
}

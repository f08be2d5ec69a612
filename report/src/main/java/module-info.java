/** Results as JSON and as pages with charts. */
module io.eckart.report {
    requires transitive io.eckart.study;
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports io.eckart.report;
    exports io.eckart.report.result;
}

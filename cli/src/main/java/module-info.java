/** The command line. */
module io.eckart.cli {
    requires info.picocli;
    requires io.eckart.report;
    requires me.tongfei.progressbar;
    requires static org.jspecify;

    opens io.eckart.cli.command to
            info.picocli;
    opens io.eckart.cli.option to
            info.picocli;
}

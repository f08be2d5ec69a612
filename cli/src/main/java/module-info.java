/** The command line. */
@SuppressWarnings(
        "requires-automatic") // JLine, which the progress bar brings, has a name but no description of its module
module io.eckart.cli {
    requires info.picocli;
    requires io.eckart.report;
    requires jdk.unsupported;
    requires me.tongfei.progressbar;
    requires org.jline.terminal;
    requires static org.jspecify;

    opens io.eckart.cli.command to
            info.picocli;
    opens io.eckart.cli.option to
            info.picocli;
}

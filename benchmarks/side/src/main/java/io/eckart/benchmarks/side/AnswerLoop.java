package io.eckart.benchmarks.side;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Answers requests until there are no more. */
public final class AnswerLoop {
    private AnswerLoop() {}

    /**
     * To be called before a library is touched: what libraries print must not get between the answers.
     *
     * @return where the answers go
     */
    public static PrintStream takeOutput() {
        System.setOut(System.err);
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    public static void run(Work work, PrintStream answers) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answers.println(work.introduction().json());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answers.println(work.answer(Request.parse(line)).json());
        }
    }
}

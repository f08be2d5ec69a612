package io.eckart.data.corruption;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or several reconstruction tasks that a model learns together, such as plain, denoising and filling (the closing remark
 * of notes 15.5.2). The objective is the weighted mean of the objectives under each corruption.
 *
 * @param tasks at least one; the weights are scaled so that they add up to 1
 */
public record CorruptionTasks(List<Task> tasks) {

    /** A corruption with its weight in the objective, above 0. */
    public record Task(Corruption corruption, double weight) {}

    /** Only the reconstruction of clean rows. */
    public static final CorruptionTasks NONE = of(Corruption.NONE);

    /** @throws IllegalArgumentException if there is no task or a weight is not above 0 */
    public CorruptionTasks {
        double total = tasks.stream().mapToDouble(Task::weight).sum();
        if (tasks.isEmpty() || tasks.stream().anyMatch(task -> !(task.weight() > 0)) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("tasks need weights above 0, got " + tasks);
        }
        tasks = tasks.stream()
                .map(task -> new Task(task.corruption(), task.weight() / total))
                .toList();
    }

    public static CorruptionTasks of(Corruption corruption) {
        return new CorruptionTasks(List.of(new Task(corruption, 1)));
    }

    /**
     * Parses corruptions separated by {@code +}, each with an optional weight: {@code none + 2*gaussian:0.5 + mask:0.3}.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static CorruptionTasks parse(String text) {
        List<Task> tasks = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            int star = part.indexOf('*');
            String weight = star < 0 ? "1" : part.substring(0, star);
            try {
                tasks.add(new Task(Corruption.parse(part.substring(star + 1)), Double.parseDouble(weight.strip())));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the weight of a task must be a number, got '" + part + "'", e);
            }
        }
        return new CorruptionTasks(tasks);
    }

    /** Whether any task hides cells. */
    public boolean hides() {
        return tasks.stream().anyMatch(task -> task.corruption().hidden() > 0);
    }

    /** The variance of the noise in a feature, on average over the tasks. */
    public double noiseVariance() {
        return tasks.stream()
                .mapToDouble(task -> task.weight()
                        * task.corruption().noise()
                        * task.corruption().noise())
                .sum();
    }

    public boolean isNone() {
        return tasks.stream().allMatch(task -> task.corruption().isNone());
    }

    /** The same tasks with the noise multiplied by a factor. */
    public CorruptionTasks scaled(double factor) {
        return new CorruptionTasks(tasks.stream()
                .map(task -> new Task(
                        new Corruption(
                                factor * task.corruption().noise(),
                                task.corruption().hidden()),
                        task.weight()))
                .toList());
    }

    /** The corruption for a number in [0, 1): a uniform number selects each task with the probability of its weight. */
    public Corruption at(double number) {
        double end = 0;
        for (Task task : tasks) {
            end += task.weight();
            if (number < end) {
                return task.corruption();
            }
        }
        return tasks.getLast().corruption();
    }

    /** The text that {@link #parse} parses to these tasks. */
    @Override
    public String toString() {
        if (tasks.size() == 1) {
            return tasks.getFirst().corruption().toString();
        }
        return tasks.stream()
                .map(task -> task.weight() + "*" + task.corruption())
                .collect(Collectors.joining(" + "));
    }
}

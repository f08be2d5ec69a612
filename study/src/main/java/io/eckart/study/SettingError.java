package io.eckart.study;

/**
 * One place of the table of settings by parameterizations: the error of a late model over the least that any linear map of its code
 * size can reach on the same rows.
 *
 * @param task what the table is about: "none", "robust", "noise" or "masks"
 * @param training what was done to the rows trained on
 * @param input what was done to the rows measured on
 * @param k the code size
 * @param start the size of the weights when training began
 * @param ratio to the exact floor, 1 being the least; for masks the floor is of maps fed zeros, below which encoders that leave hidden
 *     cells out, and networks, may go; where the floor is zero the error over the energy of the rows
 * @param floorIsZero whether it is that
 */
public record SettingError(
        String task,
        String training,
        String input,
        String codeSize,
        int k,
        String parameterization,
        String start,
        MeasuredNumber ratio,
        boolean floorIsZero) {}

package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.model.Blend;
import io.eckart.model.Constant;
import io.eckart.model.file.Safetensors;
import io.eckart.model.file.TensorFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class BlendFileTest {
    private static Constant constant(double... means) {
        return new Constant(means, new double[means.length], 3);
    }

    @Test
    void theTextOfAFileIsCheckedBeforeABlendIsMadeOfIt(@TempDir Path folder) throws IOException {
        Blend blend = new Blend(constant(1, 2), constant(5, 10), 0.25);
        Path file = folder.resolve("model");
        try (OutputStream out = Files.newOutputStream(file)) {
            Safetensors.write(
                    out, new Safetensors.Content(ModelKinds.write(blend).tensors(), Map.of()));
        }
        try (TensorFile tensors = TensorFile.open(file)) {
            checks(blend, new ModelFile.Parts(tensors, ""));
        }
    }

    private static void checks(Blend blend, ModelFile.Parts parts) {
        ObjectNode json = ModelKinds.write(blend).json();
        assertThat(((Blend) ModelKinds.read("blend", json, parts)).weight()).isEqualTo(0.25);
        assertThatThrownBy(() -> ModelKinds.read("blend", json.deepCopy().put("weight", 2), parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 and below 1");
        assertThatThrownBy(() -> ModelKinds.read("blend", json.deepCopy().put("second_kind", "pea"), parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pea' is not known");
        ObjectNode without = json.deepCopy();
        without.remove("first_kind");
        assertThatThrownBy(() -> ModelKinds.read("blend", without, parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first_kind");
    }
}

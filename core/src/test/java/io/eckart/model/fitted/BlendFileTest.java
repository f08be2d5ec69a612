package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.model.Blend;
import io.eckart.model.Constant;
import io.eckart.model.file.Safetensors;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BlendFileTest {
    private static Constant constant(double... means) {
        return new Constant(means, new double[means.length], 3);
    }

    @Test
    void theTextOfAFileIsCheckedBeforeABlendIsMadeOfIt() {
        Blend blend = new Blend(constant(1, 2), constant(5, 10), 0.25);
        var parts = new ModelFile.Parts(
                Path.of("model"),
                new Safetensors.Content(ModelKinds.write(blend).tensors(), Map.of()));
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

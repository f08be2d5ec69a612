package io.eckart;

import io.eckart.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes whatever a user can get from an object: it calls all public methods without parameters of the exported types, and
 * theirs in turn, and overwrites every array and empties every collection that it finds.
 */
final class Reachable {
    /** The packages that users of the library see. */
    static final Set<String> EXPORTED = exported();

    private final Deque<Method> path = new ArrayDeque<>();
    private final List<String> arrays = new ArrayList<>();

    private static Set<String> exported() {
        String classes =
                Model.class.getProtectionDomain().getCodeSource().getLocation().toString();
        try (InputStream in = URI.create(classes + "module-info.class").toURL().openStream()) {
            return ModuleDescriptor.read(in).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes an object's arrays and those of all that it gives; returns the paths of the arrays, such as {@code means}. */
    static List<String> change(Object object) {
        Reachable reachable = new Reachable();
        reachable.visit(object);
        return reachable.arrays;
    }

    private void visit(@Nullable Object object) {
        switch (object) {
            case null -> {}
            case Optional<?> optional -> optional.ifPresent(this::visit);
            case Map<?, ?> map -> {
                List.copyOf(map.values()).forEach(this::visit);
                empty(map::clear);
            }
            case Collection<?> collection -> {
                List.copyOf(collection).forEach(this::visit);
                empty(collection::clear);
            }
            case Object array when array.getClass().isArray() -> overwrite(array);
            case Object other -> visitMethods(other);
        }
    }

    private static void empty(Runnable clear) {
        try {
            clear.run();
        } catch (UnsupportedOperationException e) {
            // As it should be.
            return;
        }
    }

    private void overwrite(Object array) {
        arrays.add(path.reversed().stream().map(Method::getName).collect(Collectors.joining(".")));
        switch (array) {
            case float[] floats -> Arrays.fill(floats, 77);
            case double[] doubles -> Arrays.fill(doubles, 77);
            case int[] ints -> Arrays.fill(ints, 0);
            case long[] longs -> Arrays.fill(longs, 77);
            case boolean[] flags -> Arrays.fill(flags, true);
            case Object[] objects -> {
                Arrays.stream(objects).forEach(this::visit);
                Arrays.fill(objects, null);
            }
            default -> throw new AssertionError("an array of " + array.getClass());
        }
    }

    private void visitMethods(Object object) {
        for (Method method : object.getClass().getMethods()) {
            boolean getter = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() != void.class
                    && !path.contains(method);
            if (getter && isExported(object.getClass(), method)) {
                path.push(method);
                visit(call(object, method));
                path.pop();
            }
        }
    }

    /** Whether a user can call the method: an exported public class or interface has it. */
    private static boolean isExported(Class<?> type, Method method) {
        if (type.getPackageName().startsWith("io.eckart") && Modifier.isPublic(type.getModifiers())) {
            return EXPORTED.contains(type.getPackageName()) && method.getDeclaringClass() != Object.class;
        }
        return false;
    }

    private static @Nullable Object call(Object object, Method method) {
        try {
            method.setAccessible(true);
            return method.invoke(object);
        } catch (InvocationTargetException e) {
            // Such as the optimum of a model that has none.
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

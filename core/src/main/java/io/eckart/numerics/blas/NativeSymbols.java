package io.eckart.numerics.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The functions of an opened native library.
 *
 * @param library its name, in messages
 */
@SuppressWarnings("restricted") // calling native code is what this class is for
record NativeSymbols(String library, SymbolLookup lookup) {

    /** @throws IllegalStateException if the file does not open as a library */
    static NativeSymbols open(Path file) {
        try {
            return new NativeSymbols(file.toString(), SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " does not load: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException if the library has no such function */
    MemorySegment function(String name) {
        return lookup.find(name)
                .orElseThrow(() -> new IllegalStateException(library + " has no function " + name
                        + "; a library with CBLAS and LAPACK (32-bit integers) is needed"));
    }

    /** Calls {@code void name(int)} if the library has that function. */
    void setIfPresent(String name, int value) {
        Optional<MemorySegment> function = lookup.find(name);
        if (function.isPresent()) {
            MethodHandle handle = Linker.nativeLinker()
                    .downcallHandle(function.get(), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
            try {
                handle.invokeExact(value);
            } catch (Throwable e) {
                throw failure(e);
            }
        }
    }

    /** The result of {@code char *name()}, if the library has that function. */
    Optional<String> text(String name) {
        return lookup.find(name).map(function -> {
            MethodHandle handle =
                    Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS));
            try {
                MemorySegment text = (MemorySegment) handle.invokeExact();
                return text.reinterpret(Integer.MAX_VALUE).getString(0);
            } catch (Throwable e) {
                throw failure(e);
            }
        });
    }

    /** An exception for what a call throws, which is a programming error in the call itself. */
    static IllegalStateException failure(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a native call failed", e);
    }
}

/**
 * {@code wasi:filesystem} over directories of any {@link java.nio.file.FileSystem}. The interfaces are made from the WIT of
 * {@code wasi:filesystem@0.2.12} and serve every release of 0.2.
 *
 * <p>{@link dev.witloof.wasi.filesystem.GivenDirectories} is what serves guests. A path is gone along one name at a time, each in a
 * folder that is open ({@code Place}, {@code Folder}); so nothing outside of the directories is reached, whatever others do to them
 * meanwhile.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what. Uses the types of
 * {@code wasi.clocks} and {@code wasi.io}.
 */
@NullMarked
package dev.witloof.wasi.filesystem;

import org.jspecify.annotations.NullMarked;

/**
 * The Maven goals: {@link dev.witloof.maven.GenerateMojo} writes Java source from WIT into a build,
 * {@link dev.witloof.maven.CheckMojo} says whether source that was written before is still right, and
 * {@link dev.witloof.maven.InspectMojo} prints imports and exports. What they generate, and how, is decided in the
 * generator; here stand the settings, the folders and what a build sees of errors. Uses all other modules, and Maven's
 * API at the level of 3.8.
 */
@NullMarked
package dev.witloof.maven;

import org.jspecify.annotations.NullMarked;

package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import java.util.List;

/**
 * A Java interface for which adapters are written.
 *
 * @param type the interface
 * @param owner the WIT interface or world to which its functions belong
 * @param functions its functions
 * @param instances what it gives access to, if it stands for the exports of a world
 * @param isResource whether it stands for a resource
 */
record Adapted(
        ClassName type, TypeOwner owner, List<WitFunction> functions, List<Instance> instances, boolean isResource) {

    /**
     * An exported instance.
     *
     * @param name its name in WIT
     * @param method the accessor
     * @param type what that returns
     */
    record Instance(String name, String method, TypeName type) {}
}

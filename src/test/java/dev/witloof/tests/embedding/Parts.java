package dev.witloof.tests.embedding;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;

/** Components that several tests are made of. */
final class Parts {

    /**
     * Implements a resource {@code r}; tells how many it has ended and the last one's number. {@code busy} calls its
     * import, {@code spin} does nothing else.
     */
    static final String MAKER = """
            (component
              (core module $state
                (global $ended (mut i32) (i32.const 0))
                (global $last (mut i32) (i32.const 0))
                (func (export "end") (param i32)
                  (global.set $ended (i32.add (global.get $ended) (i32.const 1)))
                  (global.set $last (local.get 0))
                  (if (i32.eq (local.get 0) (i32.const 13)) (then unreachable)))
                (func (export "ended") (result i32)
                  (i32.add (i32.mul (global.get $ended) (i32.const 100)) (global.get $last))))
              (core instance $state (instantiate $state))
              (component $Api
                (import "r" (type $r (sub resource)))
                (import "make" (func $make (param "n" u32) (result (own $r))))
                (import "read" (func $read (param "r" (borrow $r)) (result u32)))
                (import "take" (func $take (param "r" (own $r)) (param "n" u8) (result u32)))
                (import "ended" (func $ended (result u32)))
                (export $out "r" (type $r))
                (export "make" (func $make) (func (param "n" u32) (result (own $out))))
                (export "read" (func $read) (func (param "r" (borrow $out)) (result u32)))
                (export "take" (func $take) (func (param "r" (own $out)) (param "n" u8) (result u32)))
                (export "ended" (func $ended)))
              (type $r (resource (rep i32) (dtor (func $state "end"))))
              (core func $new (canon resource.new $r))
              (core func $rep (canon resource.rep $r))
              (core func $drop (canon resource.drop $r))
              (core module $m
                (import "" "rep" (func $rep (param i32) (result i32)))
                (import "" "drop" (func $drop (param i32)))
                (func (export "same") (param i32) (result i32) (local.get 0))
                (func (export "take") (param i32 i32) (result i32)
                  (call $rep (local.get 0)) (call $drop (local.get 0))))
              (core instance $i (instantiate $m (with "" (instance (export "rep" (func $rep)) (export "drop" (func $drop))))))
              (func $make (param "n" u32) (result (own $r)) (canon lift (core func $new)))
              (func $read (param "r" (borrow $r)) (result u32) (canon lift (core func $i "same")))
              (func $take (param "r" (own $r)) (param "n" u8) (result u32) (canon lift (core func $i "take")))
              (func $ended (result u32) (canon lift (core func $state "ended")))
              (instance $api (instantiate $Api
                (with "r" (type $r)) (with "make" (func $make)) (with "read" (func $read)) (with "take" (func $take))
                (with "ended" (func $ended))))
              (export "api" (instance $api)))
            """;

    /** Uses what {@link #MAKER} exports. */
    static final String USER = """
            (component
              (import "api" (instance $api
                (export "r" (type $r (sub resource)))
                (export "make" (func (param "n" u32) (result (own $r))))
                (export "read" (func (param "r" (borrow $r)) (result u32)))
                (export "take" (func (param "r" (own $r)) (param "n" u8) (result u32)))))
              (alias export $api "r" (type $r))
              (core func $make (canon lower (func $api "make")))
              (core func $read (canon lower (func $api "read")))
              (core func $take (canon lower (func $api "take")))
              (core func $drop (canon resource.drop $r))
              (core module $m
                (import "" "make" (func $make (param i32) (result i32)))
                (import "" "read" (func $read (param i32) (result i32)))
                (import "" "take" (func $take (param i32 i32) (result i32)))
                (import "" "drop" (func $drop (param i32)))
                (func (export "keep") (param i32) (result i32) (call $make (local.get 0)))
                (func (export "read") (param i32) (result i32) (call $read (local.get 0)))
                (func (export "drop") (param i32) (call $drop (local.get 0)))
                (func (export "round") (param i32) (result i32) (local i32)
                  (local.set 1 (call $make (local.get 0)))
                  (i32.add (call $read (local.get 1)) (call $take (local.get 1) (i32.const 0)))))
              (core instance $i (instantiate $m (with "" (instance
                (export "make" (func $make)) (export "read" (func $read)) (export "take" (func $take))
                (export "drop" (func $drop))))))
              (func (export "keep") (param "n" u32) (result u32) (canon lift (core func $i "keep")))
              (func (export "read") (param "handle" u32) (result u32) (canon lift (core func $i "read")))
              (func (export "drop") (param "handle" u32) (canon lift (core func $i "drop")))
              (func (export "round") (param "n" u32) (result u32) (canon lift (core func $i "round"))))
            """;

    private Parts() {}

    static Component component(String text) {
        return Component.load(ComponentText.binaries(text).get(0));
    }

    static ComponentInstance instance(String text) {
        return Linker.builder().build().plan(component(text)).instantiate();
    }

    static ComponentInstance user(ComponentInstance maker) {
        return Linker.builder()
                .bind("api")
                .toInstance(maker, "api")
                .build()
                .plan(component(USER))
                .instantiate();
    }
}

(module (tag $t) (func try nop catch_all nop end))

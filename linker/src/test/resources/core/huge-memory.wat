(module (memory 40000))

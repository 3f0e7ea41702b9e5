#!/usr/bin/env bash
# A C or C++ program with WASI's C library to a `wasi:cli/run` component:
#   tools/c-wasi.sh preview1 <in.c or in.cc> <out.wasm>   Debian's wasi-libc, and the preview-1 adapter of jco's package
#   tools/c-wasi.sh preview1 <folder> <out.wasm>          all C files of a folder as one program
#   tools/c-wasi.sh preview2 <in.c or in.cc> <out.wasm>   the wasi-sdk in WASI_SDK_PATH, whose linker makes the component
source "$(dirname "$0")/common.sh"
kind=$1 source=$2 out=$3
case $kind in
  preview1)
    need clang-19 "Debian's clang-19"
    need wasm-ld-19 "Debian's lld-19"
    flags=(--target=wasm32-wasi -Os -Wall -fuse-ld="$(command -v wasm-ld-19)" -Wl,--strip-all)
    case $source in
      *.cc)
        [ -e /usr/include/wasm32-wasi/c++/v1 ] || [ -e /usr/lib/llvm-19/include/wasm32-wasi/c++/v1 ] || {
          echo "c-wasi.sh: the C++ library is missing; it comes with Debian's libc++-19-dev-wasm32 libc++abi-19-dev-wasm32" >&2
          exit 3
        }
        clang++-19 "${flags[@]}" -fno-exceptions "$source" -o "$work/core.wasm" ;;
      *.c) clang-19 "${flags[@]}" "$source" -o "$work/core.wasm" ;;
      *) clang-19 "${flags[@]}" "$source"/*.c -o "$work/core.wasm" ;;
    esac
    wasm-tools component new "$work/core.wasm" \
      --adapt "wasi_snapshot_preview1=$jco/lib/wasi_snapshot_preview1.command.wasm" -o "$work/component.wasm"
    optimised "$work/component.wasm" "$out"
    ;;
  preview2)
    need "${WASI_SDK_PATH:-wasi-sdk}/bin/clang" "wasi-sdk 27 or later, whose folder WASI_SDK_PATH names"
    compiler=clang
    case $source in *.cc) compiler=clang++ ;; esac
    "$WASI_SDK_PATH/bin/$compiler" --target=wasm32-wasip2 -Os -Wl,--strip-all "$source" -o "$out"
    ;;
  *) echo "c-wasi.sh: preview1 or preview2, found $kind" >&2; exit 2 ;;
esac

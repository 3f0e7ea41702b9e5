package dev.witloof.tests.contract;

import java.math.BigInteger;

/** How the two drafts count. */
enum CounterArithmetic {
    UNSIGNED {
        @Override
        BigInteger of(long number) {
            return new BigInteger(Long.toUnsignedString(number));
        }

        @Override
        boolean fits(BigInteger number, boolean beyond63Bits) {
            return number.signum() >= 0 && number.bitLength() <= (beyond63Bits ? 64 : 63);
        }
    },
    SIGNED {
        @Override
        BigInteger of(long number) {
            return BigInteger.valueOf(number);
        }

        @Override
        boolean fits(BigInteger number, boolean beyond63Bits) {
            return number.bitLength() <= 63;
        }
    };

    abstract BigInteger of(long number);

    abstract boolean fits(BigInteger number, boolean beyond63Bits);

    /** The sum as text. */
    String sum(String text, long delta, SampleAbilities may) throws Refused {
        BigInteger sum;
        if (text.matches("0|-?[1-9][0-9]*")) {
            BigInteger old = new BigInteger(text);
            check(old, may);
            sum = old.add(of(delta));
        } else if (may.has(Fault.NO_NUMBER_IS_ZERO)) {
            sum = of(delta);
        } else {
            throw new Refused("expected a number, found other text");
        }
        if (may.has(Fault.INCREMENT_OVERFLOWS)) {
            sum = of(sum.longValue());
        }
        check(sum, may);
        return sum.toString();
    }

    private void check(BigInteger number, SampleAbilities may) throws Refused {
        if (!fits(number, may.countsUnsigned())) {
            throw new Refused("expected a number of 64 bits, found " + number);
        }
    }

    long number(String text) {
        return new BigInteger(text).longValue();
    }
}

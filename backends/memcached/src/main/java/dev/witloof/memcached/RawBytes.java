package dev.witloof.memcached;

import net.rubyeye.xmemcached.transcoders.CachedData;
import net.rubyeye.xmemcached.transcoders.CompressionMode;
import net.rubyeye.xmemcached.transcoders.Transcoder;

/** Values are bytes, as they are, with flags 0: nothing is compressed, and nothing is taken for a serialised object. */
final class RawBytes implements Transcoder<byte[]> {

    static final RawBytes INSTANCE = new RawBytes();

    private RawBytes() {}

    @Override
    public CachedData encode(byte[] value) {
        return new CachedData(0, value, value.length, -1);
    }

    @Override
    public byte[] decode(CachedData data) {
        return data.getData();
    }

    @Override
    public void setPrimitiveAsString(boolean ignored) {}

    @Override
    public boolean isPrimitiveAsString() {
        return false;
    }

    @Override
    public void setPackZeros(boolean ignored) {}

    @Override
    public boolean isPackZeros() {
        return false;
    }

    @Override
    public void setCompressionThreshold(int ignored) {}

    @Override
    public void setCompressionMode(CompressionMode ignored) {}
}

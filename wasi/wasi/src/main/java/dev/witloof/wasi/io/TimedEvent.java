package dev.witloof.wasi.io;

/** An event for which an instance waits only so long. */
final class TimedEvent extends Event {

    private final Event event;
    private final HostTime time;

    TimedEvent(Event event, HostTime time) {
        this.event = event;
        this.time = time;
    }

    @Override
    public boolean ready() {
        return event.ready();
    }

    @Override
    protected void arm(Wait wait) {
        wait.within(time);
        event.arm(wait);
    }

    @Override
    public void close() {
        event.close();
    }
}

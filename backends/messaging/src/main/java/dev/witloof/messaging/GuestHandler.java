package dev.witloof.messaging;

import dev.witloof.host.ResultException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.messaging.Delivery.Outcome;
import dev.witloof.messaging.service.GuestMessage;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.v0_2_0_draft.IncomingHandler;
import dev.witloof.messaging.v0_2_0_draft.Types;
import dev.witloof.messaging.wasmcloud.v0_2_0.Handler;
import dev.witloof.messaging.wasmcloud.v0_2_0.Types.BrokerMessage;
import dev.witloof.name.ExportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Printable;
import java.util.Optional;

/** The handler that an instance exports under a name, whichever of the two interfaces it has. */
@FunctionalInterface
interface GuestHandler {

    InterfaceName BROKER = InterfaceName.parse("wasmcloud:messaging/handler@0.2.0");
    InterfaceName INCOMING = InterfaceName.parse("wasi:messaging/incoming-handler@0.2.0-draft");

    /** Gives a message to the guest. */
    Outcome handle(Message message);

    /**
     * Takes the export of an instance.
     *
     * @throws IllegalArgumentException if there is no such export, or it has neither interface
     */
    static GuestHandler of(ComponentInstance instance, String export) {
        Optional<InterfaceName> name = instance.component().exports().stream()
                .filter(each -> each.name().equals(export))
                .findFirst()
                .flatMap(ExportRef::interfaceName);
        if (name.filter(each -> each.matches(BROKER)).isPresent()) {
            return broker(instance.export(export, Handler.class));
        }
        if (name.filter(each -> each.matches(INCOMING)).isPresent()) {
            return incoming(instance.export(export, IncomingHandler.class));
        }
        throw new IllegalArgumentException(instance.component().name() + ": expected an export "
                + Printable.quoted(export) + " of " + BROKER + " or " + INCOMING + ", found "
                + instance.component().exports().stream()
                        .filter(each -> each.name().equals(export))
                        .findFirst()
                        .map(each -> each.interfaceName().map(Object::toString).orElse("another export"))
                        .orElse("none of this name"));
    }

    private static GuestHandler broker(Handler handler) {
        return message -> {
            try {
                handler.handleMessage(new BrokerMessage(message.subject(), message.body(), message.replyTo()));
                return new Outcome.Handled();
            } catch (ResultException refused) {
                return new Outcome.Refused("other", String.valueOf(refused.error()));
            }
        };
    }

    private static GuestHandler incoming(IncomingHandler handler) {
        return message -> {
            try {
                handler.handle(new GuestMessage(message));
                return new Outcome.Handled();
            } catch (Types.ErrorException refused) {
                return refused(refused.error());
            }
        };
    }

    private static Outcome refused(Types.Error error) {
        if (error instanceof Types.Error.Timeout) {
            return new Outcome.Refused("timeout", "");
        }
        if (error instanceof Types.Error.Connection connection) {
            return new Outcome.Refused("connection", connection.value());
        }
        if (error instanceof Types.Error.PermissionDenied denied) {
            return new Outcome.Refused("permission-denied", denied.value());
        }
        return new Outcome.Refused("other", ((Types.Error.Other) error).value());
    }
}

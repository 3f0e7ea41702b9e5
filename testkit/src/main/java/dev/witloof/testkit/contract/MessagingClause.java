package dev.witloof.testkit.contract;

/** A sentence that messaging has to keep, and a failing test quotes. */
enum MessagingClause {
    DELIVERED("A message is given to everybody who is subscribed to its subject at the time."),
    NOBODY("To send to a subject that nobody is subscribed to is no error."),
    ORDER("Messages of one publisher to one subject arrive in the order in which they were published."),
    PATTERNS("In a pattern * stands for one token, and > at the end for one token or more."),
    SUBJECTS(
            "A subject is tokens with a dot between them, without white space and wildcards, of at most 1,024 characters."),
    WHOLE("Subject, bytes, reply-to, content type and metadata arrive as they were sent."),
    ERRORS("What cannot be done is the interface's own error, with a text; nothing else is thrown."),
    REQUEST("A request ends with the replies that it expects."),
    TIME(
            "A request ends within its time; without a reply by then it fails, with timeout where the interface has that."),
    OWN_REPLIES("A request is given the replies to itself and to no other."),
    REPLY("A reply is sent to who asked; a message that wants none is refused one."),
    CLOSED("What is closed is given no more messages, and nothing else is changed by it."),
    NAMES("Messages are the same whatever the import is called, named or not, in whichever interface."),
    AGAIN("Another program of the same settings hears what this one sends, and is heard."),
    GROUPS("Of all that are subscribed as one group each message is given to one."),
    INTERRUPT("A request whose thread is interrupted ends, and the interrupt stays.");

    private final String sentence;

    MessagingClause(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence, and how what is tested was imported. */
    String of(MessagingUse use) {
        return use + ": \"" + sentence + "\"";
    }

    /** The sentence itself. */
    String sentence() {
        return sentence;
    }
}

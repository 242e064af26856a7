package io.github.s3imageedit.testing.endpoint;

/** How far a client has come with a call or with a fetch, as the stand-in sees it. */
public enum Stage {
    /** A connection was accepted; what it will ask is not known, so its call has the number 0. */
    CONNECTED,
    /** An edit call's head was read, and nothing of its body. */
    HEAD_RECEIVED,
    /** Half of the body was read. Of a small one the client may have sent all: this machine buffers the rest. */
    MID_BODY,
    /** The whole body was read, and nothing answered. */
    BODY_RECEIVED,
    /** The reply's head was sent, and nothing of its body. */
    REPLY_BEGUN,
    /** Half of the reply's body was sent; left out where the head declares no length. */
    MID_REPLY,
    /** The reply was sent to its end. */
    REPLIED,
    /** A request for a result's bytes was read, and nothing answered. */
    FETCH_BEGUN,
    /** Half of the result was sent; left out where the head declares no length. */
    MID_FETCH,
    /** The result was sent to its end. */
    FETCHED
}

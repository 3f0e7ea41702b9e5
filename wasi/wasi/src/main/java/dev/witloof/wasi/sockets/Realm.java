package dev.witloof.wasi.sockets;

import java.net.InetAddress;

/** Addresses of a kind. */
enum Realm implements Target {
    /** All that there are. */
    ANYTHING {
        @Override
        public boolean reaches(InetAddress address) {
            return true;
        }

        @Override
        public boolean binds(InetAddress address) {
            return true;
        }

        @Override
        public boolean names(HostName name) {
            return true;
        }
    },

    /** Each that belongs to one machine. */
    EVERYWHERE {
        @Override
        public boolean reaches(InetAddress address) {
            return Addresses.isUnicast(address);
        }

        @Override
        public boolean binds(InetAddress address) {
            return Addresses.isUnicast(address);
        }

        @Override
        public boolean names(HostName name) {
            return true;
        }
    },

    /** What is reached in the whole internet. */
    PUBLIC {
        @Override
        public boolean reaches(InetAddress address) {
            return Addresses.isPublic(address);
        }

        @Override
        public boolean binds(InetAddress address) {
            return Addresses.isPublic(address);
        }

        @Override
        public boolean names(HostName name) {
            return true;
        }
    },

    /** This machine, for itself. */
    LOOPBACK {
        @Override
        public boolean reaches(InetAddress address) {
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        }

        @Override
        public boolean binds(InetAddress address) {
            return address.isLoopbackAddress();
        }

        @Override
        public boolean names(HostName name) {
            return name.text().equals("localhost") || name.text().endsWith(".localhost");
        }
    }
}

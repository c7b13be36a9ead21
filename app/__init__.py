"""The desktop program: one program for practitioners and coordinators; the enrolled role decides what it shows."""

"""Services that may help, from a feed in Open Referral UK 3.0 to what laptops hold; no child is ever in this room."""

"""The last pages of an episode: who may see it, signing, the copy, where it is; nothing here keeps or sends any."""
